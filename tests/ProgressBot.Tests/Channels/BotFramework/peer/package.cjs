// Checks an unpacked Teams app package against the schemas Microsoft publishes, and its pictures against the PNG standard.
// Usage: node package.cjs FOLDER; prints one JSON document.
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');
const Ajv = require('ajv-draft-04').default;

const folder = process.argv[2];
const schemas = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas', 'teams', 'v1.17');
const json = file => JSON.parse(fs.readFileSync(file, 'utf8'));

function errors(file, schema) {
  const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(json(path.join(schemas, schema)));
  return validate(json(path.join(folder, file))) ? [] : validate.errors.map(error => `${file}${error.instancePath} ${error.message}`);
}

function picture(file) {
  const bytes = fs.readFileSync(path.join(folder, file));
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const sum = zlib.crc32 ? zlib.crc32(bytes.subarray(at + 4, at + 8 + length)) : bytes.readUInt32BE(at + 8 + length);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length), sound: sum === bytes.readUInt32BE(at + 8 + length) });
    at += 12 + length;
  }
  const width = chunks[0].data.readUInt32BE(0);
  const rows = zlib.inflateSync(chunks[1].data);
  const pixel = (x, y) => [...rows.subarray(y * (width * 4 + 1) + 1 + x * 4).subarray(0, 4)];
  return {
    chunks: chunks.map(chunk => chunk.type).join(' '),
    sound: chunks.every(chunk => chunk.sound) && rows.length === width * (width * 4 + 1),
    width,
    height: chunks[0].data.readUInt32BE(4),
    corner: pixel(0, 0),
    bar: pixel(Math.round(width * 0.4), Math.round(width * 0.52)),
  };
}

process.stdout.write(JSON.stringify({
  errors: [...errors('manifest.json', 'MicrosoftTeams.schema.json'), ...errors('en.json', 'MicrosoftTeams.Localization.schema.json')],
  color: picture('color.png'),
  outline: picture('outline.png'),
}));
