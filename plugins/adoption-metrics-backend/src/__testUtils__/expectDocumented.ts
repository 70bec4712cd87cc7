import { openApiDocument } from 'backstage-plugin-adoption-metrics-common/contract';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Response } from 'supertest';

/** Holds an answer against what the OpenAPI document says of its status. */
export function expectDocumented(
  path: string,
  method: string,
  answer: Response,
): void {
  const { responses } = openApiDocument.paths[path][method];
  const content = responses[String(answer.status)]?.content as any;
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  const validate = ajv.compile(content['application/json'].schema);
  validate(answer.body);
  expect(validate.errors).toBeNull();
}
