/**
 * Describes an annotation in one line: "Steering committee (decided: Stay with
 * another date)".
 *
 * @public
 */
export function describeAnnotation({
  text,
  decision,
}: {
  text: string;
  decision: { title: string } | null;
}): string {
  return decision ? `${text} (decided: ${decision.title})` : text;
}
