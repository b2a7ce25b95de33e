/** What an embed's code is made of. */
export interface EmbedCode {
  /** Address of the embedded page, whole. */
  address: string;
  /** What the frame shows, for readers who can't see it. */
  title: string;
  /** Address of the script that sets the height; null for a frame without scripts. */
  script: string | null;
}

/** Height of a frame without scripts, in CSS pixels. */
export const EMBED_HEIGHT = 600;

/** The HTML that puts a view into a page of somebody else. No inline style, which a strict policy there would refuse. */
export function embedCode({ address, title, script }: EmbedCode): string {
  const frame =
    `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${EMBED_HEIGHT}" ` +
    `frameborder="0" loading="lazy" allow="clipboard-write; web-share"${script === null ? '' : ' data-mingzhang-embed'}></iframe>`;
  return script === null ? frame : `${frame}\n<script src="${attribute(script)}" async></script>`;
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
