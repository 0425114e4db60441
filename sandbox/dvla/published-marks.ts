import { type VehicleFacts } from './vehicle.record.js';

/**
 * The marks of DVLA's own test environment and what each answers. Source:
 * developer-portal.driver-vehicle-licensing.api.gov.uk, Vehicle Enquiry Service, mock responses.
 * AA19AAA, AA19EEE and AA19PPP answer what is printed there; of the others we could read only the
 * status and, from public clients' tests, make, colour, tax and MOT.
 */
export const PUBLISHED_ERRORS: Readonly<Record<string, number>> = {
  ER19BAD: 400,
  ER19NFD: 404,
  ER19THR: 429,
  ER19ERR: 500,
  ER19MNT: 503,
};

/** Written so in the source: the service counts these from today. */
const IN_A_YEAR = '<1 YEAR FROM NOW>';
const A_YEAR_AGO = '<1 YEAR AGO>';

type Facts = Omit<VehicleFacts, 'registrationNumber'>;

const any: Facts = {
  make: 'FORD',
  colour: 'RED',
  fuelType: 'PETROL',
  markedForExport: false,
  taxStatus: 'Taxed',
  taxDueDate: IN_A_YEAR,
  dateOfLastV5CIssued: '2019-05-20',
  wheelplan: '2 AXLE RIGID BODY',
  monthOfFirstDvlaRegistration: '2019-03',
  monthOfFirstRegistration: '2019-03',
  yearOfManufacture: 2019,
};
const electric: Facts = {
  ...any,
  artEndDate: '2025-03-30',
  co2Emissions: 200,
  euroStatus: 'EURO1',
  fuelType: 'ELECTRICITY',
  motStatus: 'No results returned',
  revenueWeight: 0,
  typeApproval: 'M1',
};
const car: Facts = {
  ...any,
  co2Emissions: 300,
  engineCapacity: 2000,
  euroStatus: 'EURO1',
  motStatus: 'No details held by DVLA',
  revenueWeight: 0,
  typeApproval: 'M1',
};
const lorry: Facts = {
  ...any,
  co2Emissions: 0,
  engineCapacity: 2000,
  euroStatus: 'EURO6',
  revenueWeight: 44000,
  wheelplan: '3 AXLE + 3 AXLE ARTIC',
  monthOfFirstDvlaRegistration: '2016-09',
  monthOfFirstRegistration: '2016-09',
  yearOfManufacture: 2016,
};
const withMot: Facts = { ...car, motStatus: 'Valid', motExpiryDate: IN_A_YEAR };

const VEHICLES: Readonly<Record<string, Facts>> = {
  AA19AAA: { ...car, artEndDate: '2025-03-30', realDrivingEmissions: '1' },
  AA19EEE: electric,
  AA19PPP: lorry,
  L2WPS: { ...car, taxStatus: 'Untaxed', taxDueDate: A_YEAR_AGO },
  AA19SRN: { ...without(car, 'taxDueDate'), taxStatus: 'SORN' },
  AA19DSL: { ...withMot, make: 'SKODA', colour: 'GREY', fuelType: 'DIESEL' },
  AA19MOT: { ...withMot, make: 'AUDI', colour: 'WHITE' },
  AA19AMP: { ...withMot, colour: 'BLACK', fuelType: 'DIESEL' },
};

/** What is answered for one of DVLA's marks; null for any other. */
export function publishedVehicle(registration: string, now: Date): VehicleFacts | null {
  const facts = VEHICLES[registration];
  if (!facts) return null;
  const dated = Object.entries(facts).map(([name, value]) => [name, inTime(value, now)]);
  return { registrationNumber: registration, ...(Object.fromEntries(dated) as Facts) };
}

function inTime(value: unknown, now: Date): unknown {
  if (value === IN_A_YEAR) return yearsFrom(now, 1);
  return value === A_YEAR_AGO ? yearsFrom(now, -1) : value;
}

function without(facts: Facts, name: keyof Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key !== name));
}

function yearsFrom(now: Date, years: number): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() + years);
  return then.toISOString().slice(0, 10);
}
