/** "1 person", "2 people". */
export function writeCount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
