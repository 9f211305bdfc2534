// How the tests talk with a client: each command a line of JSON in, each thing that happens a line of JSON out.
import { createInterface } from "node:readline";

export const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** Calls the function named by each command's `do`; ends the process when the tests hang up. */
export function obey(commands) {
  const lines = createInterface({ input: process.stdin });
  lines.on("line", async (line) => {
    const command = JSON.parse(line);
    try {
      await commands[command.do](command);
    } catch (problem) {
      tell({ problem: String(problem?.message ?? problem) });
    }
  });
  lines.on("close", () => process.exit(0));
}
