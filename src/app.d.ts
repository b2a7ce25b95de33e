import type { Preview } from '$lib/ui/components/preview/preview.node';

declare global {
  namespace App {
    interface PageData {
      release?: string;
      documentCount?: number;
      preview?: Preview;
    }
  }
}
