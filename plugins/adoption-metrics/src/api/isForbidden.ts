/** Whether the server refused because of a missing permission. */
export function isForbidden(error?: Error): boolean {
  return error !== undefined && 'statusCode' in error
    ? error.statusCode === 403
    : false;
}
