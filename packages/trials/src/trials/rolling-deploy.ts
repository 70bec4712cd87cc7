import { onCluster } from '../cluster/onCluster';

export const rollingDeploy = onCluster({
  does: 'Under load, replicas are stopped with SIGTERM and restarted one after the other, as in a deployment.',
  unnoticed: true,
  async disturb({ cluster, load }) {
    let disorderly = 0;
    for (const replica of cluster.replicas) {
      await cluster.transitions.turn();
      const { code } = await cluster.end(replica, 'SIGTERM');
      disorderly += code === 0 ? 0 : 1;
      await cluster.begin(replica);
      await cluster.untilAllBeat();
      await cluster.transitions.untilNoticed();
      await load.reporters.acknowledge(50);
    }
    const what = 'replicas that did not end in good order';
    return [{ what, value: disorderly, goal: '= 0' }];
  },
});
