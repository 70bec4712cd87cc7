import { onCluster } from '../cluster/onCluster';
import { Finding, Trial } from '../Trial';

const ROUNDS = 3;

const round = onCluster({
  does: '',
  plan: { together: true },
  async disturb({ cluster, load }) {
    await cluster.transitions.turn();
    await cluster.transitions.untilNoticed();
    await load.reporters.acknowledge(50);
  },
});

export const firstStart: Trial = {
  does: 'All replicas start at the same moment on an empty PostgreSQL database, three times.',
  async run(options) {
    const findings: Finding[] = [];
    for (let index = 1; index <= ROUNDS; index++) {
      const found = await round.run(options);
      findings.push(
        ...found.map(each => ({ ...each, what: `${index}: ${each.what}` })),
      );
    }
    return findings;
  },
};
