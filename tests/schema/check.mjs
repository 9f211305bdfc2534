// Checks every YAML file that names a schema against it: node check.mjs DIALOGS [FILE...]
// Without files, all below DIALOGS. Exit code 1 with one line for each error.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const [dialogs, ...named] = process.argv.slice(2).map((path) => resolve(path));
const schemas = join(dialogs, "schema");
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
for (const file of readdirSync(schemas).filter((name) => name.endsWith(".json"))) {
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), "utf8")), file);
}

const found = readdirSync(dialogs, { recursive: true })
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => join(dialogs, name));
const files = named.length > 0 ? named : found;
let checked = 0;
let errors = 0;
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const schema = /^# yaml-language-server: \$schema=(\S+)$/m.exec(text)?.[1];
  if (schema === undefined) {
    continue;
  }

  checked++;
  const name = relative(schemas, resolve(dirname(file), schema));
  const validate = ajv.getSchema(name);
  if (validate === undefined) {
    console.log(`${file}: there is no schema ${schema}`);
    errors++;
  } else if (!validate(parse(text))) {
    errors += validate.errors.length;
    for (const error of validate.errors) {
      console.log(`${file}: ${error.instancePath || "/"} ${error.message}`);
    }
  }
}

console.log(`${checked} files checked, ${errors} errors`);
process.exit(errors === 0 && checked > 0 ? 0 : 1);
