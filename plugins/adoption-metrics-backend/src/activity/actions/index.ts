export { ActionReporter } from './ActionReporter';
export { actionCounter, ActionStore } from './ActionStore';
