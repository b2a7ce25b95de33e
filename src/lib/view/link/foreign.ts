/**
 * Parameters that chat apps, share sheets and advertising append to links (WeChat, QQ, Weibo, Douyin, DingTalk,
 * Feishu, Xiaohongshu, mail and search tools). They say nothing about the view and are ignored in silence.
 */
// prettier-ignore
const FOREIGN = new Set([
  'from', 'isappinstalled', 'appinstall', 'nsukey', 'scene', 'srcid', 'clicktime', 'enterid', 'ascene', 'devicetype',
  'version', 'nettype', 'abtest_cookie', 'lang', 'exportkey', 'pass_ticket', 'wx_header', 'sharer_shareinfo',
  'sharer_shareinfo_first', 'sharer_sharetime', 'sharer_shareid', 'sharer_username', 'subscene', 'sessionid', 'code', 'state',
  '__biz', 'mid', 'idx', 'sn', 'chksm', 'mpshare', 'wxwork_userid', 'wxfrom', 'weixin_share', 'openid', 'connect_redirect',
  'tdsourcetag', 'adtag', 'adchannelid', 'pvid', 'sid', '_wv', '_wwv', '_bid', 'qq_aio_chat_type', 'plg_auth',
  'weibo_id', 'sudaref', 'luicode', 'lfid', 'featurecode', 'wm', 'dt_dapp', 'ddtab', 'dd_nav_bgcolor', 'dd_share',
  'share_token', 'share_from', 'share_source', 'share_medium', 'share_plat', 'share_session_id', 'share_tag', 'share_times',
  'tt_from', 'app', 'timestamp', 'use_new_style', 'req_id', 'group_id', 'iid', 'iid_tag', 'u_code', 'did', 'aid',
  'xhsshare', 'appuid', 'apptime', 'author_share', 'xsec_token', 'xsec_source', 'spm', 'scm', 'bbid', 'ts', 'unique_k',
  'vd_source', 'is_story_h5', 'buvid', 'plat_id', 'from_source', 'from_spmid', 'from_module', 's_trans', 's_channel',
  'fbclid', 'gclid', 'dclid', 'msclkid', 'yclid', 'bd_vid', 'qhclickid', '_t', '_r', '_ga', 'mc_cid', 'mc_eid', 'ref',
  'referer', 'igshid', 'si', 'hmsr', 'hmpl', 'hmcu', 'hmkw', 'hmci', 'nonce', 'signature',
]);

/** Whether the parameter belongs to somebody else's software. */
export function isForeign(name: string): boolean {
  const key = name.toLowerCase();
  return FOREIGN.has(key) || /^(utm|hm|wx|share|sharer|mtm|bd|tt)_[a-z_]+$/.test(key);
}
