import { Answers } from './Answers';

/** One request of an attack. */
export interface AttackRequest {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

/** Somebody who sends as much as is taken, with one token. */
export class Attacker {
  readonly answers = new Answers();
  #number = 0;
  #stopped = false;
  #running: Array<Promise<void>> = [];

  constructor(
    private readonly options: {
      /** Of the API. */
      url: string;
      token: string;
      atOnce: number;
      /** The `n`th request. */
      request(n: number): AttackRequest;
    },
  ) {}

  start(): void {
    this.#running = Array.from({ length: this.options.atOnce }, () =>
      this.#send(),
    );
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
  }

  async #send(): Promise<void> {
    const { url, token, request } = this.options;
    while (!this.#stopped) {
      const { method, path, body } = request(this.#number++);
      await this.answers.time(() =>
        fetch(`${url}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
          },
          body: body && JSON.stringify(body),
        }),
      );
    }
  }
}
