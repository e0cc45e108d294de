package mosaicmatch.traitservice;

import java.time.InstantSource;
import java.util.function.Supplier;
import mosaicmatch.signing.SigningKeys;
import mosaicmatch.traitservice.embedding.EmbeddingModel;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What a trait service stands on. It closes none of these.
 *
 * @param dynamoDb holds the register and the nonces; its calls should have time-outs
 * @param model turns texts into vectors; the service bounds how much it is asked at once
 * @param keys the live signing keys, asked for at each call
 * @param clock the time
 */
public record TraitServiceParts(
    DynamoDbClient dynamoDb,
    EmbeddingModel model,
    Supplier<SigningKeys> keys,
    InstantSource clock) {}
