import { drawCards, drawingBrowser, type Drawing } from './draw-cards';
import { previewCards } from './preview-cards';

const CACHE = 'node_modules/.cache/mingzhang-previews';

let drawing: Promise<Drawing> | undefined;

/** Names of the pictures of the site: `zh/compare-project-share`. */
export async function pictureNames(): Promise<string[]> {
  return (await previewCards()).map(({ name }) => name);
}

/** A picture by its name, all drawn when the first is asked for; says once where they are plain, and why. */
export async function pictureOf(name: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  drawing ??= drawAll();
  return (await drawing).pictures.get(name);
}

async function drawAll(): Promise<Drawing> {
  const drawing = await drawCards(await previewCards(), { browser: await drawingBrowser(), cache: CACHE });
  const { plainBecause } = drawing;
  if (plainBecause !== null) {
    console.warn(
      `链接预览用通用图片：${plainBecause}。 (Previews of links show the plain picture; the build is complete otherwise.)`,
    );
  }
  return drawing;
}
