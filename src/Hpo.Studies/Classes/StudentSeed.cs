using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hpo.Studies.Classes;

/// <summary>The seeds that the forms of a class begin with: another one for everybody and every study, or a board of two hundred shows one number many times.</summary>
public static class StudentSeed
{
    /// <summary>Short enough to be read aloud.</summary>
    private const uint Largest = 999_999;

    /// <summary>The seed for a student's next study, from 1 to 999,999: the same however often the form is opened.</summary>
    /// <param name="student">The student's id.</param>
    /// <param name="studies">How many studies the student has.</param>
    public static long Of(string student, int studies)
    {
        ArgumentNullException.ThrowIfNull(student);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{student}/{studies}")));
        return 1 + (BinaryPrimitives.ReadUInt32LittleEndian(hash) % Largest);
    }
}
