import { Unzip, UnzipInflate } from 'fflate';
import { stop, type Budget } from './limits.ts';

const STEP = 65_536;
const MOST_PARTS = 20_000;

/**
 * Unpacks a ZIP-based document once, in small steps, and only counts: a file that unpacks to more than the limit (a
 * zip bomb) or is encrypted is stopped before a library unpacks it whole. Sizes that the file states are not believed.
 */
export function guardUnpacking(bytes: Uint8Array, budget: Budget): void {
  let unpacked = 0;
  let parts = 0;
  let encrypted = false;
  const unzip = new Unzip((file) => {
    if (++parts > MOST_PARTS) tooLarge(budget);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      unpacked += chunk.length;
      if (unpacked > budget.limits.unpackedBytes) tooLarge(budget);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  if (((bytes[6] ?? 0) & 1) === 1) encrypted = true;
  if (encrypted) {
    stop(
      'encrypted',
      '这个文件加了密码，无法读取。请用密码打开后另存为不加密的文件再试。',
      'This file is protected by a password. Open it, save it without one, and try again.',
    );
  }
  for (let at = 0; at < bytes.length; at += STEP) {
    budget.check({ zh: '解压', en: 'unpacking' });
    unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  }
}

function tooLarge(budget: Budget): never {
  const most = Math.round(budget.limits.unpackedBytes / 1e6);
  stop(
    'too-large',
    `这个文件解压后超过 ${most} MB 的上限，已停止（可能是压缩炸弹，或含大量图片）。请只保留预算部分另存再试。`,
    `Unpacked, this file is over the limit of ${most} MB (a zip bomb, or many pictures). Save only the budget and try again.`,
  );
}
