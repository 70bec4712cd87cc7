/** What the tests use of a package without types. */
declare module 'smtp-server' {
  import { Server } from 'node:net';
  import { Readable } from 'node:stream';

  export class SMTPServer {
    constructor(options: {
      authOptional: boolean;
      disabledCommands: string[];
      onData(
        stream: Readable,
        session: object,
        done: (error?: Error) => void,
      ): void;
    });
    readonly server: Server;
    listen(port: number, host: string): void;
    close(done: () => void): void;
  }
}
