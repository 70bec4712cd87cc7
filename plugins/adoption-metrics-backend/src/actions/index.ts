export { actionsRegistryIfAnyServiceRef } from './alpha';
export { registerActions } from './registerActions';
