package mosaicmatch.traitservice.http;

/** What answers the calls of one route. */
interface Endpoint {
  Reply answer(Call call);
}
