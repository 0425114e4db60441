/** The stand-in's own key. It opens nothing but this stand-in, so it is no secret. */
export const SANDBOX_DVLA_API_KEY = 'sandbox-vehicle-enquiry-key-0123456789';

/** Added to the sandbox's address this gives the base URL of the stand-in for DVLA's Vehicle Enquiry Service. */
export const SANDBOX_DVLA_PATH = '/dvla/vehicle-enquiry';
