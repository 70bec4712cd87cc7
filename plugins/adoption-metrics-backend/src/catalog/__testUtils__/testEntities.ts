import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';

interface Traits {
  kind?: string;
  uid?: string;
  annotations?: Record<string, string>;
  owner?: string;
  spec?: JsonObject;
  /** Message of a processing error. */
  error?: string;
}

/** An entity for tests; owned by `team` unless asked otherwise. */
export function entityNamed(name: string, traits: Traits = {}): Entity {
  const { kind = 'Component', uid, annotations, owner = 'team' } = traits;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid, annotations },
    spec: traits.spec ?? { owner },
    ...(traits.error !== undefined && statusOf(traits.error)),
  } as Entity;
}

export function group(name: string): Entity {
  return entityNamed(name, { kind: 'Group', spec: { type: 'team' } });
}

/** The annotations of an entity that was read from a URL. */
export function readFrom(source: string, origin = source) {
  return {
    [ANNOTATION_LOCATION]: `url:${source}`,
    [ANNOTATION_ORIGIN_LOCATION]: `url:${origin}`,
  };
}

function statusOf(message: string) {
  const type = ENTITY_STATUS_CATALOG_PROCESSING_TYPE;
  return { status: { items: [{ type, level: 'error', message }] } };
}
