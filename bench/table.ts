export async function writeTable(_: unknown) {}
