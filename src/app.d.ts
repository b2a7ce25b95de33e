import type { Preview } from '$lib/view/pages/preview';

declare global {
  namespace App {
    interface PageData {
      release?: string;
      documentCount?: number;
      preview?: Preview;
    }
  }
}
