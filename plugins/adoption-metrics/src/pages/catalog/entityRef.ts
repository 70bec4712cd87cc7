/** The parts of a full entity ref such as `component:default/shop`. */
export function partsOfRef(entityRef: string) {
  const [, kind = '', namespace = '', name = entityRef] =
    /^([^:]+):([^/]+)\/(.+)$/.exec(entityRef) ?? [];
  return { kind, namespace, name };
}
