/** Messages between an embedded page and the script on the page around it (static/embed.js). */
const HEIGHT = 'mingzhang-embed-height';
const ASK = 'mingzhang-embed-ask';

/**
 * Tells the page around this one how high its content is, whenever that changes and when it asks. The height is no
 * secret, so it goes to whoever embeds. Returns what ends it.
 */
export function reportHeight(content: HTMLElement): () => void {
  const around = window.parent;
  if (around === window) return () => undefined;
  const report = (): void => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    around.postMessage({ type: HEIGHT, height }, '*');
  };
  const answer = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === around && typeof data === 'object' && data !== null && 'type' in data && data.type === ASK)
      report();
  };
  const observer = new ResizeObserver(report);
  observer.observe(content);
  addEventListener('message', answer);
  return () => {
    observer.disconnect();
    removeEventListener('message', answer);
  };
}
