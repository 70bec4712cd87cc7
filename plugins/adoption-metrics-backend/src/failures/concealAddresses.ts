const USER_INFO = /\/\/[^/?#\s]*@/g;

/** Parameters whose names suggest that they contain a secret. */
const TOKEN =
  /([?&#][\w.-]*(?:token|key|secret|sig|pass|auth|code|credential|jwt)[\w.-]*=)[^&#\s'"<>]+/gi;

/**
 * Removes credentials from URLs in a text: user info, and parameters such as
 * tokens and keys.
 */
export function concealAddresses(text: string): string {
  return text.replace(USER_INFO, '//…@').replace(TOKEN, '$1…');
}
