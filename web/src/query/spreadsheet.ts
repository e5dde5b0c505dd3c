// Rows as CSV for a spreadsheet: a cell that it would run as a formula gets an apostrophe before it.
import type { Row } from "./answer";

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

export function spreadsheet(names: string[], rows: Row[]): string {
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name]?.value ?? "")))];
  return `\ufeff${lines.map((line) => line.map(field).join(",")).join("\r\n")}\r\n`;
}

function field(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}
