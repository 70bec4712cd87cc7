import { Finding, Trial, TrialOptions } from '../Trial';
import { Cluster } from './Cluster';
import { ClusterPlan, USUAL_PLAN } from './ClusterPlan';
import { Load } from './Load';
import { verify } from './verify';

/** What a trial does to a cluster under load. */
interface Disturbance {
  cluster: Cluster;
  load: Load;
  options: TrialOptions;
}

/** A trial on a cluster, after which everything is verified. */
export function onCluster(given: {
  does: string;
  /** In what the cluster differs from the usual. */
  plan?: Partial<ClusterPlan>;
  /** Whether clients have to notice nothing. */
  unnoticed?: boolean;
  /** Whether somebody else reports, too. */
  attacked?: boolean;
  /** What was found on the way belongs to the table. */
  disturb(disturbance: Disturbance): Promise<Finding[] | void>;
}): Trial {
  return {
    does: given.does,
    async run(options) {
      const { pgbouncer, short, note } = options;
      const small = { replicas: 2, balancer: 'plain' } as const;
      const cluster = await Cluster.start({
        ...USUAL_PLAN,
        ...given.plan,
        ...(short ? small : {}),
        pgbouncer,
      });
      try {
        note('the replicas are up');
        const load = Load.on(cluster);
        load.start();
        await load.reporters.acknowledge(100);
        const found = await given.disturb({ cluster, load, options });
        note('verifying');
        const { unnoticed, attacked } = given;
        return [
          ...(found ?? []),
          ...(await verify(cluster, load, { unnoticed, attacked })),
        ];
      } finally {
        await cluster.stop();
      }
    },
  };
}
