/** Something that listens on a port of the loopback address. */
export interface Machine {
  port: number;
  stop(): Promise<void>;
}
