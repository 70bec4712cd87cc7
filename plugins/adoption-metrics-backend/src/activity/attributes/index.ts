export { AttributeReporter } from './AttributeReporter';
