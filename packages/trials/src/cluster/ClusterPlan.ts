import { JsonObject } from '@backstage/types';
import { Tasks, Time } from '../backend/contract';

/** How a cluster is built. */
export interface ClusterPlan {
  replicas: number;
  /** haproxy, or a proxy of our own that needs no installation. */
  balancer: 'haproxy' | 'plain';
  /** Through pgbouncer in transaction mode. */
  pgbouncer: boolean;
  /** Through a proxy that can be made slow. */
  slow?: boolean;
  tasks: Tasks;
  timeZone: string;
  /** Time between two heartbeats, in ms. */
  beatMs: number;
  /** How the clock outside runs; as the machine's without it. */
  time?: Time;
  /** By how much the clock of each replica is ahead of that outside, in ms. */
  aheadOf?(replica: number): number;
  /** Whether all replicas start at once on an empty database, rather than the first one before. */
  together?: boolean;
  /** Beside the usual, below `adoptionMetrics`. */
  settings?: JsonObject;
}

/** Three replicas as most trials need them. */
export const USUAL_PLAN: ClusterPlan = {
  replicas: 3,
  balancer: 'haproxy',
  pgbouncer: false,
  tasks: 'restless',
  timeZone: 'Asia/Kathmandu',
  beatMs: 4_000,
};
