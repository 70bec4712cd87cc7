import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  Metric,
  MetricDetail,
  MetricId,
  PortalActivityOutcome,
  PortalActivityRequest,
  Scorecard,
  Series,
} from 'backstage-plugin-adoption-metrics-common';
import { BackendProcess } from './BackendProcess';
import { PortalOptions, portalConfiguration } from './configuration';
import { findFreePort } from './freePort';
import { storyConfiguration } from './paths';
import { people, type Person } from './people';
import { PortalDirectory } from './PortalDirectory';

const startTimeout = 180_000;

/**
 * A demo portal of one's own: the real backend, which also serves the built
 * app, on a free port, with databases and a catalog in a temporary directory.
 */
export class Portal {
  readonly directory = new PortalDirectory();
  readonly #token = randomUUID();
  #port = 0;
  #publicUrl: string | undefined;
  #process: BackendProcess | undefined;

  /** Where people find it. */
  get publicUrl(): string {
    return this.#publicUrl ?? this.baseUrl;
  }

  /** Where it listens. */
  get baseUrl(): string {
    return `http://localhost:${this.#port}`;
  }

  /** Starts the backend and waits until people of the catalog can sign in. */
  async start(options: PortalOptions = {}): Promise<void> {
    this.#port ||= await findFreePort();
    this.#publicUrl = options.publicUrl;
    const { directory } = this;
    directory.writeConfiguration(
      portalConfiguration(directory, this.#port, options),
    );
    this.#process = new BackendProcess({
      configurations: [
        ...(options.story ? [storyConfiguration(options.story)] : []),
        directory.configuration,
      ],
      log: directory.log,
      environment: {
        ADOPTION_METRICS_TOKEN: this.#token,
        ADOPTION_METRICS_SAMPLE: String(options.sampleHistory ?? false),
      },
    });
    await this.#untilTheyCanSignIn(
      options.story ? [people.priya] : Object.values(people),
    );
  }

  /** Stops the backend in good order. */
  async stop(): Promise<void> {
    await this.#process?.end('SIGTERM');
    this.#process = undefined;
  }

  /** Ends the backend as a crash does. */
  async kill(): Promise<void> {
    await this.#process?.end('SIGKILL');
    this.#process = undefined;
  }

  /** Stops the backend and removes everything it stored. */
  async dispose(): Promise<void> {
    await this.kill();
    this.directory.remove();
  }

  /** Asks the REST API, with the portal's token. */
  request(path: string, headers: Record<string, string> = {}) {
    return fetch(this.addressOf(path), {
      headers: { authorization: `Bearer ${this.#token}`, ...headers },
    });
  }

  /** The address of a path of the REST API. */
  addressOf(path: string): string {
    return `${this.baseUrl}/api/adoption-metrics/v1${path}`;
  }

  async get<T>(path: string): Promise<T> {
    const response = await this.request(path);
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
    return response.json() as Promise<T>;
  }

  /** Posts who used another portal, as scripts of its owners do: with curl. */
  async postPortalActivity(
    id: string,
    days: PortalActivityRequest['days'],
  ): Promise<PortalActivityOutcome> {
    const address = this.addressOf(`/portals/${id}/activity`);
    const body = JSON.stringify({ days });
    const headers = {
      authorization: `Bearer ${this.#token}`,
      'content-type': 'application/json',
    };
    try {
      return JSON.parse(postWithCurl(address, body, headers));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
      // Not every machine has curl.
      const answer = await fetch(address, { method: 'POST', headers, body });
      return answer.json() as Promise<PortalActivityOutcome>;
    }
  }

  /** The refs of the members of a group of the catalog. */
  async membersOf(group: string): Promise<string[]> {
    const filter = `kind=user,relations.memberOf=${group}`;
    const query = new URLSearchParams({ filter, fields: 'metadata.name' });
    const answer = await fetch(
      `${this.baseUrl}/api/catalog/entities/by-query?${query}`,
      { headers: { authorization: `Bearer ${this.#token}` } },
    );
    const { items } = (await answer.json()) as {
      items: Array<{ metadata: { name: string } }>;
    };
    return items.map(({ metadata }) => `user:default/${metadata.name}`);
  }

  async metric(id: MetricId): Promise<Metric> {
    const { metrics } = await this.get<Scorecard>('/scorecard');
    return metrics.find(metric => metric.id === id)!;
  }

  detail(id: MetricId): Promise<MetricDetail> {
    return this.get(`/metrics/${id}`);
  }

  series(id: MetricId): Promise<Series> {
    return this.get(`/metrics/${id}/series`);
  }

  /** Lets the catalog look at once at the file an entity comes from. */
  async refreshEntity(entityRef: string): Promise<void> {
    const session = await fetch(this.#signInAddress(), {
      headers: signInHeaders(people.ada.userEntityRef),
    });
    const { backstageIdentity } = await session.json();
    const answer = await fetch(`${this.baseUrl}/api/catalog/refresh`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${backstageIdentity.token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ entityRef }),
    });
    if (!answer.ok) {
      throw new Error(`No refresh of ${entityRef}: ${answer.status}`);
    }
  }

  async #untilTheyCanSignIn(expected: Person[]): Promise<void> {
    const deadline = Date.now() + startTimeout;
    await this.#until(deadline, () => this.#isReady());
    for (const person of expected) {
      await this.#until(deadline, () => this.#canSignIn(person.userEntityRef));
    }
  }

  async #until(
    deadline: number,
    condition: () => Promise<boolean>,
  ): Promise<void> {
    while (!(await condition())) {
      if (this.#process?.hasEnded() || Date.now() > deadline) {
        const log = this.directory.readLog().slice(-4_000);
        throw new Error(`The portal does not start:\n${log}`);
      }
      await delay(100);
    }
  }

  #isReady(): Promise<boolean> {
    return answers(`${this.baseUrl}/.backstage/health/v1/readiness`);
  }

  #canSignIn(userEntityRef: string): Promise<boolean> {
    return answers(this.#signInAddress(), signInHeaders(userEntityRef));
  }

  #signInAddress(): string {
    return `${this.baseUrl}/api/auth/demo/refresh?env=development`;
  }
}

function postWithCurl(
  address: string,
  body: string,
  headers: Record<string, string>,
): string {
  const written = Object.entries(headers).flatMap(([name, value]) => [
    '--header',
    `${name}: ${value}`,
  ]);
  return execFileSync(
    'curl',
    ['--silent', '--show-error', '--fail', ...written, '--data', body, address],
    { encoding: 'utf8' },
  );
}

function signInHeaders(userEntityRef: string): Record<string, string> {
  return {
    'x-demo-person': userEntityRef,
    'x-requested-with': 'XMLHttpRequest',
  };
}

async function answers(
  address: string,
  headers: Record<string, string> = {},
): Promise<boolean> {
  try {
    return (await fetch(address, { headers })).ok;
  } catch {
    return false;
  }
}
