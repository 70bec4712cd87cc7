/** A table as comma separated values, RFC 4180. */
export function toCsv(rows: Array<Array<string | number>>): Blob {
  const lines = rows.map(row => row.map(writeField).join(','));
  return new Blob([`${lines.join('\r\n')}\r\n`], { type: 'text/csv' });
}

function writeField(field: string | number): string {
  // A spreadsheet must not take what somebody wrote for a formula.
  const text =
    typeof field === 'string' && /^[=+\-@\t\r]/.test(field)
      ? `'${field}`
      : String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
