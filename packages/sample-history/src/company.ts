import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve as resolvePath } from 'node:path';
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

/** How many developers join between the launch and the end. */
const NEWCOMERS = 30;

/** The people and the software of the story. */
export interface Company {
  /** Everything in the catalog, as it is at the end. */
  entities: Entity[];
  /** Its teams, with everybody who is in them at the end. */
  teams: HistoryTeam[];
  /** Who is there at the launch, people without activity included. */
  founders: string[];
  /** Who joins later, in this order. */
  newcomers: string[];
  /** Those who may use the portal in the story, in no telling order. */
  audience: string[];
}

/**
 * Reads the company from a folder of catalog files.
 *
 * @param bystanders - entity refs of those who never use the portal
 * @throws Error if the folder does not exist or describes too few users
 */
export function readCompany(folder: string, bystanders: string[]): Company {
  const described = readEntities(folder);
  const entities = described.map(reduced);
  const users = entities.filter(({ kind }) => kind === 'User').map(refOf);
  const others = shuffled(users.filter(ref => !bystanders.includes(ref)));
  if (others.length <= 3 * NEWCOMERS) {
    throw new Error(
      `sampleHistory.catalogDirectory describes ${
        others.length
      } users besides demo.people, use a folder with more than ${
        3 * NEWCOMERS
      }`,
    );
  }
  const newcomers = others.slice(-NEWCOMERS);
  const audience = others.slice(0, -NEWCOMERS);
  const founders = users.filter(ref => !newcomers.includes(ref));
  const teams = teamsOf(described);
  return { entities, teams, founders, newcomers, audience };
}

/** The full entity reference, in lower case. */
export function refOf(entity: Entity): string {
  return stringifyEntityRef(getCompoundEntityRef(entity));
}

/** The same entity, owned by a group. */
export function ownedBy(owner: string, entity: Entity): Entity {
  const targetRef = groupRef(owner);
  return {
    ...entity,
    spec: { owner: targetRef },
    relations: [{ type: 'ownedBy', targetRef }],
  };
}

function readEntities(folder: string): Entity[] {
  if (!existsSync(folder)) {
    throw new Error(
      `sampleHistory.catalogDirectory is not there (${folder}), use a folder of catalog files, relative to the working directory of the backend`,
    );
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .map(name => readFileSync(resolvePath(folder, name), 'utf8'))
    .flatMap(text => [...parseAllDocuments(text)])
    .map(document => document.toJS() as Entity);
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
