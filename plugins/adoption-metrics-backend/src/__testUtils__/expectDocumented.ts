import {
  openApiDocument,
  OpenApiResponse,
} from 'backstage-plugin-adoption-metrics-common/contract';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Response } from 'supertest';

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
ajv.addSchema(openApiDocument, 'document');

/** Holds an answer against what the OpenAPI document says of its status. */
export function expectDocumented(
  path: string,
  method: string,
  answer: Response,
): void {
  const { responses } = openApiDocument.paths[path][method];
  const { content } = resolve(responses[String(answer.status)]);
  const schema = content?.['application/json'].schema as object;
  const validate = ajv.compile(withinDocument(schema));
  validate(answer.body);
  expect(validate.errors).toBeNull();
}

function resolve(response: OpenApiResponse | { $ref: string }) {
  return '$ref' in response
    ? openApiDocument.components.responses[response.$ref.split('/').at(-1)!]
    : response;
}

function withinDocument(schema: object): object {
  const text = JSON.stringify(schema);
  return JSON.parse(
    text.replaceAll('"#/components/', '"document#/components/'),
  );
}
