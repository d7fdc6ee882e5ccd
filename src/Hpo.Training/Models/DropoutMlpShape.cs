namespace Hpo.Training.Models;

/// <summary>The hyperparameters of a <see cref="DropoutMlp"/>.</summary>
/// <param name="Hiddens1">The units of the first hidden layer, at least 1.</param>
/// <param name="Hiddens2">The units of the second hidden layer, at least 1.</param>
/// <param name="Dropout1">The probability with which a unit of the first hidden layer is dropped in training, in [0, 1).</param>
/// <param name="Dropout2">The probability with which a unit of the second hidden layer is dropped in training, in [0, 1).</param>
public sealed record DropoutMlpShape(int Hiddens1, int Hiddens2, double Dropout1, double Dropout2);
