using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace ProgressBot.Channels.DirectLine;

/// <summary>The secret that tokens are signed with: made once, kept in the data directory, readable by its owner only.</summary>
internal static class SigningKey
{
    const string FileName = "directline.key";
    const int Bytes = 32;

    /// <exception cref="InvalidDataException">The file is there but does not hold a key.</exception>
    public static SymmetricSecurityKey Load(string dataDirectory)
    {
        var path = Path.Combine(Directory.CreateDirectory(dataDirectory).FullName, FileName);
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        return key.Length == Bytes
            ? new SymmetricSecurityKey(key)
            : throw new InvalidDataException($"{path} must hold {Bytes} bytes; delete it to sign everybody out and begin anew");
    }

    // the whole key appears under its name at once, so two starts at the same time end with one key
    static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Bytes));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
