declare global {
  namespace App {
    interface PageData {
      release?: string;
      documentCount?: number;
    }
  }
}

export {};
