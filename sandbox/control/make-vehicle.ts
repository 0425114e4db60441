import { type JsonObject } from '../server/exchange.js';
import { type VehicleFacts } from '../dvla/vehicle.record.js';

/** What `POST /control/vehicles` takes: what the register shall say of this registration number. */
export type VehicleToMake = VehicleFacts;

const TEXTS = [
  'taxStatus',
  'taxDueDate',
  'artEndDate',
  'motStatus',
  'motExpiryDate',
  'make',
  'monthOfFirstDvlaRegistration',
  'monthOfFirstRegistration',
  'fuelType',
  'colour',
  'typeApproval',
  'wheelplan',
  'realDrivingEmissions',
  'dateOfLastV5CIssued',
  'euroStatus',
] as const;
const NUMBERS = ['yearOfManufacture', 'engineCapacity', 'co2Emissions', 'revenueWeight'] as const;
const YES_OR_NO = ['markedForExport', 'automatedVehicle'] as const;

const TYPES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(TEXTS.map((name) => [name, 'string'])),
  ...Object.fromEntries(NUMBERS.map((name) => [name, 'number'])),
  ...Object.fromEntries(YES_OR_NO.map((name) => [name, 'boolean'])),
};

/** A string says what is wrong. */
export function readVehicleToMake(body: JsonObject | undefined): VehicleToMake | string {
  if (!body) return 'The body must be a JSON object.';
  const { registrationNumber, ...facts } = body;
  if (typeof registrationNumber !== 'string' || !/^[A-Z0-9]{1,8}$/.test(registrationNumber)) {
    return 'registrationNumber must be 1 to 8 capitals and figures.';
  }
  for (const [name, value] of Object.entries(facts)) {
    const type = TYPES[name];
    if (type === undefined) return `There is no fact ${name}.`;
    if (typeof value !== type) return `${name} must be a ${type}.`;
  }
  return { registrationNumber, ...facts };
}
