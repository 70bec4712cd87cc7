import { existsSync, readFileSync } from 'node:fs';
import {
  Entity,
  EntityRelation,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { HistoryTeam } from 'backstage-plugin-adoption-metrics-node';
import { parseAllDocuments } from 'yaml';
import { shuffled, uuidOf } from './random';

/** The people and the software of the story. */
export interface Company {
  /** All entities at the end. */
  entities: Entity[];
  /** All teams, with their members at the end. */
  teams: HistoryTeam[];
  /** All people, as in the catalog files. */
  users: Entity[];
  /** People who are there at the launch, active or not. */
  founders: string[];
  /** People who join later, in this order. */
  newcomers: string[];
  /** People who may use the portal, unordered. */
  audience: string[];
}

/** Describes a company. */
interface CompanyPlan {
  /** Paths of catalog files. */
  files: string[];
  /** Entity refs of people who never use the portal. */
  bystanders: string[];
  /** How many developers join between the launch and the end. */
  newcomers: number;
}

/**
 * Reads the company from catalog files.
 *
 * @throws Error if a file does not exist, or if there are too few users
 */
export function readCompany(plan: CompanyPlan): Company {
  const described = plan.files.flatMap(readEntities);
  const entities = described.map(reduced);
  const users = entities.filter(({ kind }) => kind === 'User').map(refOf);
  const others = shuffled(users.filter(ref => !plan.bystanders.includes(ref)));
  if (others.length <= 3 * plan.newcomers) {
    throw new Error(
      `catalog.locations describe ${
        others.length
      } users besides demo.people, add files until there are more than ${
        3 * plan.newcomers
      }, or set sampleHistory.enabled to false`,
    );
  }
  const newcomers = others.slice(-plan.newcomers);
  const audience = others.slice(0, -plan.newcomers);
  const founders = users.filter(ref => !newcomers.includes(ref));
  const teams = teamsOf(described);
  return {
    entities,
    teams,
    users: described.filter(({ kind }) => kind === 'User'),
    founders,
    newcomers,
    audience,
  };
}

/** The full entity ref, in lower case. */
export function refOf(entity: Entity): string {
  return stringifyEntityRef(getCompoundEntityRef(entity));
}

/** A copy of an entity, owned by a group. */
export function ownedBy(owner: string, entity: Entity): Entity {
  const targetRef = groupRef(owner);
  return {
    ...entity,
    spec: { owner: targetRef },
    relations: [{ type: 'ownedBy', targetRef }],
  };
}

function readEntities(file: string): Entity[] {
  if (!existsSync(file)) {
    throw new Error(
      `catalog.locations names a file that is not there (${file}), use files, relative to the working directory of the backend`,
    );
  }
  const documents = [...parseAllDocuments(readFileSync(file, 'utf8'))];
  return documents.map(document => document.toJS() as Entity);
}

function reduced({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { name, namespace = 'default' } = metadata;
  const uid = uuidOf(
    refOf({ apiVersion, kind, metadata: { name, namespace } }),
  );
  const entity = { apiVersion, kind, metadata: { name, namespace, uid } };
  return typeof spec?.owner === 'string'
    ? ownedBy(spec.owner, entity)
    : { ...entity, relations: memberships(spec?.memberOf) };
}

function memberships(groups: unknown): EntityRelation[] {
  const names = Array.isArray(groups) ? groups : [];
  return names.map(name => ({
    type: 'memberOf',
    targetRef: groupRef(String(name)),
  }));
}

function teamsOf(entities: Entity[]): HistoryTeam[] {
  const members = new Map<string, string[]>();
  for (const user of entities.filter(({ kind }) => kind === 'User')) {
    for (const { targetRef } of memberships(user.spec?.memberOf)) {
      members.set(targetRef, [...(members.get(targetRef) ?? []), refOf(user)]);
    }
  }
  return entities
    .filter(({ kind }) => kind === 'Group')
    .map(group => ({
      entityRef: refOf(group),
      name: group.metadata.title ?? group.metadata.name,
      ...(group.spec?.parent
        ? { parentRef: groupRef(String(group.spec.parent)) }
        : {}),
      members: members.get(refOf(group)) ?? [],
    }));
}

function groupRef(name: string): string {
  return stringifyEntityRef(parseEntityRef(name, { defaultKind: 'group' }));
}
