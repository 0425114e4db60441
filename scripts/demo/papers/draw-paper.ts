import { drawBlueBadge } from './badge-papers.js';
import { drawBankStatement } from './bank-papers.js';
import { drawBusinessProof } from './business-papers.js';
import { startChance } from './chance.js';
import { drawGarageAgreement } from './garage-agreement.js';
import { drawNewKeeperSlip, drawV5c } from './keeper-papers.js';
import { drawLease, drawMotability } from './lease-papers.js';
import {
  drawCompanyLetter,
  drawCompletionLetter,
  drawProofOfCare,
  drawSolicitorLetter,
} from './letter-papers.js';
import { drawMobileBill } from './mobile-bill.js';
import { pictureOfPages } from './page-picture.js';
import { dateOn, type Paper, type PaperKind, type PaperSpec } from './paper-spec.js';
import { photographPaper } from './photograph.js';
import { pictureAsPdf, turnPdf } from './pdf-quality.js';
import { drawInsuranceCertificate, drawSalesInvoice } from './purchase-papers.js';
import { scanPaper } from './scan.js';
import { A4, Sheet } from './sheet.js';
import { drawTenancy } from './tenancy-papers.js';
import { drawUtilityBill } from './utility-bill.js';

interface Drawing {
  title: string;
  size: [number, number];
  draw: (sheet: Sheet, spec: PaperSpec) => void;
}

const DRAWINGS: Record<PaperKind, Drawing> = {
  v5c: { title: 'Registration certificate (specimen)', size: A4, draw: drawV5c },
  new_keeper_slip: {
    title: 'New keeper slip (specimen)',
    size: [595, 380],
    draw: drawNewKeeperSlip,
  },
  tenancy_agreement: { title: 'Tenancy agreement', size: A4, draw: drawTenancy },
  utility_bill: { title: 'Utility bill', size: A4, draw: drawUtilityBill },
  mobile_phone_bill: { title: 'Mobile phone bill', size: A4, draw: drawMobileBill },
  bank_statement: { title: 'Bank statement', size: A4, draw: drawBankStatement },
  completion_letter: { title: 'Letter of completion', size: A4, draw: drawCompletionLetter },
  solicitor_letter: { title: "Solicitor's letter", size: A4, draw: drawSolicitorLetter },
  proof_of_care: { title: 'Proof of care', size: A4, draw: drawProofOfCare },
  blue_badge: { title: 'Blue Badge (specimen)', size: [520, 600], draw: drawBlueBadge },
  lease_agreement: { title: 'Vehicle lease agreement', size: A4, draw: drawLease },
  company_letter: { title: "Employer's letter", size: A4, draw: drawCompanyLetter },
  motability_certificate: { title: 'Mobility lease certificate', size: A4, draw: drawMotability },
  garage_agreement: { title: 'Courtesy car agreement', size: A4, draw: drawGarageAgreement },
  sales_invoice: { title: 'Invoice for a vehicle', size: A4, draw: drawSalesInvoice },
  insurance_certificate: {
    title: 'Certificate of motor insurance',
    size: A4,
    draw: drawInsuranceCertificate,
  },
  business_proof: { title: 'Business rates bill', size: A4, draw: drawBusinessProof },
};

/**
 * Draws one invented paper. The same spec gives the same bytes on one machine.
 *
 * A PDF that is blurred or dark is a photograph in a PDF, as telephone scanning apps make them;
 * only a PDF that is clear, turned or upside down has text in it.
 */
export async function drawPaper(spec: PaperSpec): Promise<Paper> {
  const drawn = await drawPdf(spec);
  const name = spec.kind.replaceAll('_', '-');
  if (spec.format === 'pdf') {
    return {
      fileName: `${name}.pdf`,
      contentType: 'application/pdf',
      bytes: await pdfOf(spec, drawn),
    };
  }
  const picture = await pictureOfPages(drawn);
  const chance = startChance(`${spec.seed}:${spec.kind}:${spec.format}`);
  if (spec.format === 'scan') {
    const bytes = await scanPaper(picture, spec.quality, chance);
    return { fileName: `${name}-scan.png`, contentType: 'image/png', bytes };
  }
  const bytes = await photographPaper(picture, spec.quality, chance);
  const fileName = `IMG_${chance.digits(4)}.jpg`;
  return { fileName, contentType: 'image/jpeg', bytes };
}

function drawPdf(spec: PaperSpec): Promise<Buffer> {
  const { title, size, draw } = DRAWINGS[spec.kind];
  const chance = startChance(`${spec.seed}:${spec.kind}`);
  const turn = spec.format === 'pdf' ? turnPdf(spec.quality) : 0;
  const sheet = new Sheet({ size, title, datedOn: dateOn(spec), chance, turn });
  draw(sheet, spec);
  return sheet.finish();
}

async function pdfOf(spec: PaperSpec, drawn: Buffer): Promise<Buffer> {
  if (spec.quality !== 'blurred' && spec.quality !== 'dark') return drawn;
  const chance = startChance(`${spec.seed}:${spec.kind}:photo`);
  const photo = await photographPaper(await pictureOfPages(drawn), spec.quality, chance);
  return pictureAsPdf(photo, { title: DRAWINGS[spec.kind].title, datedOn: dateOn(spec) });
}
