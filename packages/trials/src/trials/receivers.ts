import { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from 'benchmarks/src/statistics';
import { onCluster } from '../cluster/onCluster';
import { Finding } from '../Trial';

const MISBEHAVIOR_MS = 12_000;
const MEBIBYTE = 2 ** 20;

/** What a receiver does instead of saying thank you. */
const misbehaviors: Record<string, (res: ServerResponse) => void> = {
  'never answers': () => {},
  'answers a byte a second': res => {
    res.writeHead(200);
    const drip = setInterval(() => res.write('.'), 1_000);
    res.on('close', () => clearInterval(drip));
  },
  'answers without end': res => {
    res.writeHead(200);
    const pour = () => {
      while (!res.destroyed && res.write('x'.repeat(MEBIBYTE))) {
        // As long as it is taken.
      }
    };
    res.on('drain', pour);
    pour();
  },
  'redirects to itself': res => {
    res.writeHead(307, { location: '/alerts' }).end();
  },
  'redirects to the machine': res => {
    res.writeHead(302, { location: 'file:///etc/passwd' }).end();
  },
  'hangs up': res => {
    res.destroy();
  },
  'fails at length': res => {
    res.writeHead(500).end('<script>'.repeat(100_000));
  },
};

export const receivers = onCluster({
  does: 'The webhook receiver never answers, answers one byte per second or without end, redirects, hangs up, or fails, for 12 seconds and one transition each, while people report and read. Afterwards it accepts retries.',
  unnoticed: true,
  async disturb({ cluster, load, options: { note } }) {
    const { receiver } = cluster.surroundings;
    const findings: Finding[] = [];
    const kind = receiver.behave;
    for (const [name, misbehave] of Object.entries(misbehaviors)) {
      note(`the receiver ${name}`);
      receiver.behave = misbehave;
      load.takeLatencies();
      await cluster.transitions.turn();
      await delay(MISBEHAVIOR_MS);
      findings.push({
        what: `receiver ${name}: requests, 99th percentile`,
        value: percentile(load.takeLatencies(), 0.99),
        unit: 'ms',
      });
      await cluster.transitions.untilNoticed();
    }
    receiver.behave = kind;
    return findings;
  },
});
