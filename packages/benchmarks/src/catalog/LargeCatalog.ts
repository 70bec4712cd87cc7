import { Entity } from '@backstage/catalog-model';

/** A catalog that is made up as it is read. */
export interface LargeCatalog {
  entities: number;
  groups: number;
  /** Of how many entities one is another one after a change. */
  changedOneIn: number;
  /** How long a page keeps its server busy, in ms. */
  pageMs: number;
}

/** What is wrong with an entity, if anything. */
export type Fault = 'orphan' | 'owner-missing' | 'owner-unknown';

const KINDS = ['Component', 'API', 'Resource', 'System'];

/** One in ten entities is stale. */
const FAULTS: Array<[upTo: number, fault: Fault]> = [
  [0.05, 'orphan'],
  [0.08, 'owner-missing'],
  [0.1, 'owner-unknown'],
];

/**
 * The fault of an entity.
 *
 * @param revision - 0 at first; after a change, some entities are drawn anew
 */
export function faultOf(
  index: number,
  revision: number,
  { changedOneIn }: Pick<LargeCatalog, 'changedOneIn'>,
): Fault | undefined {
  const isChanged = revision > 0 && index % changedOneIn === 0;
  const drawn = draw(index, isChanged ? revision : 0);
  return FAULTS.find(([upTo]) => drawn < upTo)?.[1];
}

/** Uids rise with the index, as the pages of a catalog are in their order. */
export function entityAt(
  index: number,
  revision: number,
  catalog: LargeCatalog,
): Entity {
  const fault = faultOf(index, revision, catalog);
  const name = `entity-${index}`;
  const source = `url:https://example.com/repositories/${name}/catalog-info.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: KINDS[index % KINDS.length],
    metadata: {
      uid: `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`,
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': source,
        'backstage.io/managed-by-origin-location': source,
        ...(fault === 'orphan' && { 'backstage.io/orphan': 'true' }),
      },
    },
    spec: { owner: ownerOf(index, fault, catalog) },
    relations: [
      { type: 'dependsOn', targetRef: `resource:default/entity-${index + 2}` },
      {
        type: 'ownedBy',
        targetRef: `group:default/${ownerOf(index, fault, catalog)}`,
      },
    ],
  };
}

export function groupRef(index: number): string {
  return `group:default/group-${index}`;
}

function ownerOf(
  index: number,
  fault: Fault | undefined,
  { groups }: LargeCatalog,
): string {
  switch (fault) {
    case 'owner-missing':
      return 'unknown';
    case 'owner-unknown':
      return `gone-${index % groups}`;
    default:
      return `group-${index % groups}`;
  }
}

/** A number in [0, 1) that depends on both and on nothing else. */
function draw(index: number, revision: number): number {
  let mixed =
    Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(revision, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
