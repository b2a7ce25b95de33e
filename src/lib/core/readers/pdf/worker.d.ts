declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: {
    initializeFromPort(port: InstanceType<typeof MessageChannel>['port1']): void;
  };
}
