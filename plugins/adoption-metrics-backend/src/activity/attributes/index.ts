export { assertAttribute, AttributeReporter } from './AttributeReporter';
export { idOfGroup } from './describeGroup';
