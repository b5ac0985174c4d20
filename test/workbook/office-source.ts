import { JAN_DEC as MONTHS } from '../months';
import { CODES } from './producers';

const letter = (col: number): string => String.fromCharCode(65 + col);

const SPACES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'chart="urn:oasis:names:tc:opendocument:xmlns:chart:1.0"',
  'of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"',
  'calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
]
  .map((space) => `xmlns:${space}`)
  .join(' ');

const text = (content: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
const number = (value: number, inside = ''): string =>
  `<table:table-cell table:content-validation-name="v1" office:value-type="float" office:value="${value}">${inside}</table:table-cell>`;
const formula = (content: string): string =>
  `<table:table-cell table:formula="of:=${content}" office:value-type="float" office:value="0"/>`;
const row = (cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CHART = `<draw:frame draw:z-index="0" svg:width="8cm" svg:height="5cm" svg:x="1cm" svg:y="6cm"><draw:object draw:notify-on-update-of-ranges="Wmo.B5:Wmo.M5"><office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.chart"><office:body><office:chart><chart:chart svg:width="8cm" svg:height="5cm" chart:class="chart:bar"><chart:plot-area table:cell-range-address="Wmo.A1:Wmo.M5"><chart:axis chart:dimension="x" chart:name="primary-x"/><chart:axis chart:dimension="y" chart:name="primary-y"/><chart:series chart:values-cell-range-address="Wmo.B5:Wmo.M5" chart:class="chart:bar"><chart:data-point chart:repeated="12"/></chart:series></chart:plot-area></chart:chart></office:chart></office:body></office:document></draw:object></draw:frame>`;
const PICTURE = `<draw:frame draw:z-index="1" svg:width="1cm" svg:height="1cm" svg:x="12cm" svg:y="6cm"><draw:image><office:binary-data>${PIXEL}</office:binary-data></draw:image></draw:frame>`;

/**
 * The prognosis of the producers as an OpenDocument text, with a chart, a picture, a comment, a validation, a
 * conditional format, a named range and a pivot: LibreOffice turns it into a workbook of its own making.
 */
export function officeSource(): Uint8Array {
  const comment = '<office:annotation><text:p>klopt dit?</text:p></office:annotation>';
  const rows = [
    row(['Product', ...MONTHS, 'Totaal'].map(text)),
    ...CODES.map((code, at) =>
      row([
        text(code),
        ...MONTHS.map((_, month) => number(100 * (at + 1) + month + 0.5, at + month === 0 ? comment : '')),
        formula(`SUM([.B${at + 2}:.M${at + 2}])`),
      ]),
    ),
    row([
      text('Totaal'),
      ...Array.from({ length: 13 }, (_, at) => formula(`SUM([.${letter(at + 1)}2:.${letter(at + 1)}4])`)),
    ]),
  ].join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:content-validations><table:content-validation table:name="v1" table:condition="of:cell-content-is-decimal-number() and cell-content()&gt;=0" table:base-cell-address="Wmo.B2"><table:error-message table:message-type="stop" table:display="true"/></table:content-validation></table:content-validations><table:table table:name="Wmo"><table:shapes>${CHART}${PICTURE}</table:shapes>${rows}<calcext:conditional-formats><calcext:conditional-format calcext:target-range-address="Wmo.B2:Wmo.M4"><calcext:condition calcext:apply-style-name="Default" calcext:value="&lt;0" calcext:base-cell-address="Wmo.B2"/></calcext:conditional-format></calcext:conditional-formats></table:table><table:table table:name="Analyse"><table:table-row><table:table-cell/></table:table-row></table:table><table:named-expressions><table:named-range table:name="Invoer" table:base-cell-address="$Wmo.$A$1" table:cell-range-address="$Wmo.$B$2:.$M$4"/></table:named-expressions><table:data-pilot-tables><table:data-pilot-table table:name="Draai" table:target-range-address="Analyse.A1:Analyse.B6" table:show-filter-button="false"><table:source-cell-range table:cell-range-address="Wmo.A1:Wmo.N4"/><table:data-pilot-field table:source-field-name="Product" table:orientation="row" table:used-hierarchy="-1"/><table:data-pilot-field table:source-field-name="jan" table:orientation="data" table:used-hierarchy="-1" table:function="sum"/></table:data-pilot-table></table:data-pilot-tables></office:spreadsheet></office:body></office:document>`;
  return new TextEncoder().encode(xml);
}
