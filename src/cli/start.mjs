// npm start: installs what is missing, builds what has changed, serves the site at a fixed local address.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ensureInstalled, fail, ROOT, run } from './setup.mjs';

const HOST = '127.0.0.1';
const PORT = 4173;
const SOURCES = ['src', 'datasets', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const GENERATED = [join('static', 'data'), join('static', 'duckdb'), join('static', 'pdfjs')];

function newest(path) {
  if (!existsSync(join(ROOT, path)) || GENERATED.includes(path)) return 0;
  const stat = statSync(join(ROOT, path));
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(join(ROOT, path)).map((name) => newest(join(path, name))));
}

function built() {
  const index = join(ROOT, 'build', 'index.html');
  return existsSync(index) && statSync(index).mtimeMs > Math.max(...SOURCES.map(newest));
}

function portIsFree() {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  });
}

ensureInstalled();
if (!(await portIsFree())) {
  fail(
    `端口 ${PORT} 已被占用。请先关闭占用它的程序，再运行 npm start。 (Port ${PORT} is in use; free it and run npm start again.)`,
  );
}
if (!built()) {
  console.error('正在构建… (building)');
  run('npm', ['run', 'build']);
}
const server = spawn(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'sirv-cli', 'bin.js'),
    'build',
    '--host',
    HOST,
    '--port',
    String(PORT),
    '--etag',
    '--brotli',
    '--gzip',
    '--quiet',
  ],
  { cwd: ROOT, stdio: 'inherit' },
);
console.log(`\n明账 Mingzhang  http://${HOST}:${PORT}/\nCtrl+C 停止 (stops)`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
